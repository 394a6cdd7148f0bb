//! The stage and what belongs to it: the picture with what was found, the tools on its edge, kept moments and the contact sheet.

mod annotated;
mod camera_button;
mod invitation;
mod legend;
mod moments;
mod overlay;
mod photo_picker;
mod picture;
mod samples;
mod sheet;
mod tools;

use super::assembly::InTurn;
use super::messages::Messages;
use crate::app::state::session::Session;
use invitation::Invitation;
use legend::Legend;
use leptos::html;
use leptos::prelude::*;
use moments::KeptMoments;
use picture::PictureFrame;
use sheet::Sheet;
use tools::Tools;

/// The stage, its tools, and the photos of the last selection.
///
/// The tools are the same elements before and after the first picture, so that the keyboard's focus stays where it is: an empty
/// stage shows them large, as the invitation.
#[component]
pub fn StageColumn() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let is_empty = move || session.is_empty();
    let labels = NodeRef::<html::Canvas>::new();
    view! {
        <div class="stage-column">
            <section class="stage" aria-label=words.text("picture") translate="no">
                <InTurn turn=1>
                    <div class="frames" hidden=is_empty>
                        <KeptMoments />
                        <PictureFrame labels />
                    </div>
                    <canvas class="labels" data-testid="labels" aria-hidden="true" node_ref=labels></canvas>
                </InTurn>
                <InTurn turn=2>
                    <Legend />
                </InTurn>
                <InTurn turn=3>
                    <Invitation hidden=Signal::derive(move || !is_empty()) />
                </InTurn>
            </section>
            <InTurn turn=4>
                <Messages />
            </InTurn>
            <InTurn turn=5>
                <Tools />
                <Sheet />
            </InTurn>
        </div>
    }
}
