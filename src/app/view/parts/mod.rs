//! What several parts of the screen are made of.

pub mod choice;
pub mod icon;
pub mod list;
