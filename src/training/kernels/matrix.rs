//! Matrix products of 32-bit floats, on one thread. A transposed matrix is the same slice with other strides.

use gemm::{Parallelism, gemm};

/// A matrix in a slice, with the distances between neighbours along rows and columns.
#[derive(Clone, Copy)]
pub(super) struct Matrix<'a> {
    values: &'a [f32],
    rows: usize,
    columns: usize,
    row_stride: usize,
    column_stride: usize,
}

impl<'a> Matrix<'a> {
    /// A matrix of `columns` columns whose rows lie one behind the other.
    pub(super) fn new(values: &'a [f32], columns: usize) -> Self {
        Self { values, rows: values.len() / columns, columns, row_stride: columns, column_stride: 1 }
    }

    /// The same values with rows and columns exchanged.
    pub(super) fn transposed(self) -> Self {
        Self {
            values: self.values,
            rows: self.columns,
            columns: self.rows,
            row_stride: self.column_stride,
            column_stride: self.row_stride,
        }
    }
}

/// `product = left · right`, or `product += left · right` if `accumulate`; rows of `product` lie one behind the other.
///
/// # Panics
/// When the shapes do not fit.
pub(super) fn multiply(left: Matrix, right: Matrix, product: &mut [f32], accumulate: bool) {
    assert_eq!(left.columns, right.rows, "inner dimensions differ");
    assert_eq!(product.len(), left.rows * right.columns, "product has another shape");
    for matrix in [left, right] {
        assert!(matrix.values.len() >= matrix.rows * matrix.columns, "matrix is cut short");
    }
    // SAFETY: the assertions above keep every access of gemm, which stays within rows x columns of each matrix, inside
    // the slices; `product` is borrowed mutably and so overlaps neither operand.
    unsafe {
        gemm(
            left.rows,
            right.columns,
            left.columns,
            product.as_mut_ptr(),
            1,
            right.columns as isize,
            accumulate,
            left.values.as_ptr(),
            left.column_stride as isize,
            left.row_stride as isize,
            right.values.as_ptr(),
            right.column_stride as isize,
            right.row_stride as isize,
            1.0,
            1.0,
            false,
            false,
            false,
            Parallelism::None,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_of_known_matrices() {
        let (left, right) = ([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [1.0, 0.0, 2.0, 1.0, 0.0, 3.0]);
        let mut product = [10.0; 4];
        multiply(Matrix::new(&left, 3), Matrix::new(&right, 2), &mut product, true);
        assert_eq!(product, [15.0, 21.0, 24.0, 33.0]);
        let mut product = [0.0; 4];
        multiply(Matrix::new(&left, 3), Matrix::new(&right, 3).transposed(), &mut product, false);
        assert_eq!(product, [7.0, 10.0, 16.0, 22.0]);
    }
}
