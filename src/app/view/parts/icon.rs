//! The page’s few pictograms, as outlines on a 24 by 24 grid.

use leptos::prelude::*;

/// A film camera.
pub const CAMERA: &str = "M3 7h12v10H3z M15 11l6-3v8l-6-3";
/// A picture with a hill and the sun.
pub const PHOTO: &str = "M3 5h18v14H3z M3 16l5-5 5 5 3-3 5 5 M16 9h.01";
/// A filled-out square.
pub const STOP: &str = "M5 5h14v14H5z";
/// Two bars.
pub const FREEZE: &str = "M8 5v14 M16 5v14";
/// A triangle that points to the right.
pub const GO_ON: &str = "M7 5l11 7-11 7z";
/// A flag on its pole.
pub const KEEP: &str = "M6 21V4h11l-2 4 2 4H6";
/// A screen on its stand.
pub const PROJECTOR: &str = "M3 4h18v12H3z M12 16v4 M8 20h8";
/// A window with a column at its side.
pub const PANEL: &str = "M3 5h18v14H3z M14 5v14";
/// A cross.
pub const CLOSE: &str = "M6 6l12 12 M18 6L6 18";

/// A pictogram, as decoration beside words.
#[component]
pub fn Icon(
    /// Its outline, which may change.
    #[prop(into)]
    path: Signal<&'static str>,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=path />
        </svg>
    }
}
