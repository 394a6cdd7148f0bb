//! Things with names, as in an object of JSON. There are a handful of each, for which a list is the smallest of maps.

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// Things of one kind by name, in their order in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Named<N, T>(pub Vec<(N, T)>);

impl<N: AsRef<str>, T> Named<N, T> {
    /// The thing of that name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(own, _)| own.as_ref() == name).map(|(_, thing)| thing)
    }
}

impl<N: Serialize, T: Serialize> Serialize for Named<N, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, thing)| (name, thing)))
    }
}

impl<'de, N: Deserialize<'de>, T: Deserialize<'de>> Deserialize<'de> for Named<N, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

struct Entries<N, T>(PhantomData<(N, T)>);

impl<'de, N: Deserialize<'de>, T: Deserialize<'de>> Visitor<'de> for Entries<N, T> {
    type Value = Named<N, T>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Named(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::value::{Error, MapDeserializer, SeqDeserializer};

    #[test]
    fn entries_keep_their_names_and_their_order() {
        let entries = [("white", 0.5), ("asian", 0.25)];
        let named = Named::<String, f32>::deserialize(MapDeserializer::<_, Error>::new(entries.into_iter())).unwrap();
        assert_eq!((named.get("asian"), named.get("indian")), (Some(&0.25), None));
        assert_eq!(named.0[0].0, "white");
    }

    #[test]
    fn a_list_is_refused() {
        let list = SeqDeserializer::<_, Error>::new([1.0f32].into_iter());
        assert!(Named::<String, f32>::deserialize(list).is_err());
    }
}
