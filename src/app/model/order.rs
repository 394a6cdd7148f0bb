//! Order in small lists. The standard library's sorts are made for long ones, and each type of element has a copy of thousands
//! of bytes.

use std::cmp::Ordering;

/// The elements from the least to the largest; equals stay as they were.
pub fn in_order<T>(elements: impl IntoIterator<Item = T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut sorted = Vec::new();
    for element in elements {
        let place = sorted.partition_point(|own| compare(own, &element).is_le());
        sorted.insert(place, element);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_put_in_order_and_equals_stay() {
        assert_eq!(in_order([3, 1, 2, 1], i32::cmp), [1, 1, 2, 3]);
        let by_length = in_order(["ccc", "a", "bb", "b"], |a: &&str, b: &&str| a.len().cmp(&b.len()));
        assert_eq!(by_length, ["a", "b", "bb", "ccc"]);
        assert!(in_order(Vec::<f64>::new(), f64::total_cmp).is_empty());
    }
}
