/// What the network makes of a face before its heads say what that means: the means over the maps at the ends of the trunk and of
/// both branches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Features {
    /// At the end of the trunk: 112 channels.
    pub shared: Vec<f32>,
    /// At the end of the branch for attributes whose values have an order: 192 channels. The head of age reads them.
    pub ordinal: Vec<f32>,
    /// At the end of the other branch: 192 channels. The heads of gender and race read them.
    pub nominal: Vec<f32>,
}

impl Features {
    /// All of them, in this order.
    pub fn values(&self) -> impl Iterator<Item = f32> {
        [&self.shared, &self.ordinal, &self.nominal].into_iter().flatten().copied()
    }
}
