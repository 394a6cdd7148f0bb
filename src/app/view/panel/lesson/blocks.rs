//! The network's blocks as a table.

use super::pointing::SpotlightButton;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::spotlight::Spotlight;
use crate::app::state::session::Session;
use crate::network::{BlockPart, BlockShape, DmtlConfig};
use leptos::prelude::*;

/// What a block does, and the real shapes of all of them. A row shows how finely its output divides the face.
#[component]
pub fn Blocks() -> impl IntoView {
    let words = Session::of_context().words;
    let row = move |block: BlockShape| {
        let side = block.side;
        let part = match block.part {
            BlockPart::Stage(stage) => Phrase::new("part-stage").with("stage", Argument::Count(stage)),
            BlockPart::Ordinal => Phrase::new("part-ordinal"),
            BlockPart::Nominal => Phrase::new("part-nominal"),
        };
        let part = Signal::derive(move || words.phrase(&part));
        let name = move || {
            let cells = Phrase::new("block-cells").with("side", Argument::Count(side));
            cells.with("part", Argument::Text(part.get()))
        };
        let name = Signal::derive(move || words.phrase(&name()));
        view! {
            <tr>
                <th scope="row">
                    <SpotlightButton shows=Signal::derive(move || Some(Spotlight::Grid { side: side as u32 })) name>{part}</SpotlightButton>
                </th>
                <td>{block.input}</td>
                <td>{block.expanded}</td>
                <td>{format!("{0} × {0}", block.kernel)}</td>
                <td>{block.stride}</td>
                <td>{block.output}</td>
            </tr>
        }
    };
    view! {
        <details class="fold">
            <summary>{words.text("features-blocks-title")}</summary>
            <p>{words.text("features-blocks")}</p>
            <p class="hint">{words.text("blocks-point")}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=words.text("blocks-shapes")>
                <table class="blocks">
                    <thead>
                        <tr>
                            <th scope="col">{words.text("block-part")}</th>
                            <th scope="col">{words.text("block-input")}</th>
                            <th scope="col">{words.text("block-expanded")}</th>
                            <th scope="col">{words.text("block-kernel")}</th>
                            <th scope="col">{words.text("block-stride")}</th>
                            <th scope="col">{words.text("block-output")}</th>
                        </tr>
                    </thead>
                    <tbody>{DmtlConfig::new().block_shapes().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}
