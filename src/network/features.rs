use super::DmtlConfig;

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
    /// Those that [`values`](Self::values) gave; `None` where there are too few or too many.
    pub fn from_values(values: &[f32]) -> Option<Self> {
        let config = DmtlConfig::new();
        let (shared, branches) = values.split_at_checked(config.trunk.last()?.channels)?;
        let (ordinal, nominal) = branches.split_at_checked(config.branch.channels)?;
        let [shared, ordinal, nominal] = [shared, ordinal, nominal].map(<[f32]>::to_vec);
        (nominal.len() == ordinal.len()).then_some(Self { shared, ordinal, nominal })
    }

    /// All of them, in this order.
    pub fn values(&self) -> impl Iterator<Item = f32> {
        [&self.shared, &self.ordinal, &self.nominal].into_iter().flatten().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_come_back_from_their_values() {
        let row = |first: u16, length: u16| (first..first + length).map(f32::from).collect::<Vec<f32>>();
        let features = Features { shared: row(0, 112), ordinal: row(200, 192), nominal: row(500, 192) };
        let mut values: Vec<f32> = features.values().collect();
        assert_eq!(Features::from_values(&values), Some(features));
        values.pop();
        assert_eq!(Features::from_values(&values), None);
        assert_eq!(Features::from_values(&[]), None);
    }
}
