//! The tabs of the panel beside the stage.

/// A tab; its name is part of the address (`?panel=heat-map`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// What the network says about each face.
    #[default]
    Faces,
    /// What the heat map explains, and how it is shown.
    HeatMap,
    /// How the network works, step by step.
    Lesson,
    /// Teaching it something new.
    Teach,
    /// What can be taken away, privacy, instruments, credits.
    More,
}

impl Panel {
    /// All tabs, in their order.
    pub const ALL: [Self; 5] = [Self::Faces, Self::HeatMap, Self::Lesson, Self::Teach, Self::More];

    /// The name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Faces => "faces",
            Self::HeatMap => "heat-map",
            Self::Lesson => "lesson",
            Self::Teach => "teach",
            Self::More => "more",
        }
    }

    /// The tab with this name.
    pub fn with_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|panel| panel.name() == name)
    }

    /// The tab's id in the document.
    pub fn id(self) -> &'static str {
        match self {
            Self::Faces => "tab-faces",
            Self::HeatMap => "tab-heat-map",
            Self::Lesson => "tab-lesson",
            Self::Teach => "tab-teach",
            Self::More => "tab-more",
        }
    }

    /// What is written on the tab, a message.
    pub fn title(self) -> &'static str {
        // The messages are called as the tabs are.
        self.id()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tab_has_its_own_address() {
        for panel in Panel::ALL {
            assert_eq!(Panel::with_name(panel.name()), Some(panel));
            assert_eq!(panel.id(), format!("tab-{}", panel.name()));
        }
        assert_eq!(Panel::with_name("cellar"), None);
    }
}
