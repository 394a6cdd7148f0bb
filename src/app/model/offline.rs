//! How far the copy for visits without a network is.

/// The state of the copy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OfflineState {
    /// Nothing has been done about it yet.
    #[default]
    Waiting,
    /// This browser keeps no copies, or not of a page loaded like this.
    Unavailable,
    /// Being made.
    Preparing,
    /// The page opens without a network.
    Ready,
    /// As before, and a newer release is there, whole, for whenever the visitor wants it.
    UpdateReady,
    /// Another tab has taken a newer release, and the copy of this page's own is gone.
    UpdatedElsewhere,
    /// There is no room for it.
    Full,
    /// It could not be made.
    Failed,
}

impl OfflineState {
    /// The name that tests and style sheets know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Unavailable => "unavailable",
            Self::Preparing => "preparing",
            Self::Ready | Self::UpdateReady | Self::UpdatedElsewhere => "ready",
            Self::Full => "full",
            Self::Failed => "failed",
        }
    }

    /// The message that tells the visitor, if there is something to tell.
    pub fn message(self) -> Option<&'static str> {
        match self {
            Self::Waiting => None,
            Self::Unavailable => Some("offline-unavailable"),
            Self::Preparing => Some("offline-preparing"),
            Self::Ready | Self::UpdateReady | Self::UpdatedElsewhere => Some("offline-ready"),
            Self::Full => Some("offline-full"),
            Self::Failed => Some("offline-failed"),
        }
    }
}
