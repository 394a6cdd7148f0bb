//! A face's features: channel means of the maps at the ends of the trunk and of both branches. New
//! attributes and the doubt probe are read off them.

use super::DmtlConfig;

/// What the network makes of a face before its heads say what that means: the means over the maps at the ends of the trunk and of
/// both branches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Features {
    /// Means at the end of the trunk: 112 channels.
    pub shared: Vec<f32>,
    /// Means at the end of the ordinal branch: 192 channels, which the head of age reads.
    pub ordinal: Vec<f32>,
    /// Means at the end of the nominal branch: 192 channels, which the heads of gender and race read.
    pub nominal: Vec<f32>,
}

impl Features {
    /// The features that [`values`](Self::values) gave; `None` where there are too few or too many values.
    pub fn from_values(values: &[f32]) -> Option<Self> {
        let config = DmtlConfig::new();
        let (shared, branches) = values.split_at_checked(config.trunk.last()?.channels)?;
        let (ordinal, nominal) = branches.split_at_checked(config.branch.channels)?;
        let [shared, ordinal, nominal] = [shared, ordinal, nominal].map(<[f32]>::to_vec);
        (nominal.len() == ordinal.len()).then_some(Self { shared, ordinal, nominal })
    }

    /// All features: the trunk's, the ordinal branch's, the nominal branch's.
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
