use super::NeedsFace;
use super::map_picture::{MapPicture, Picture};
use crate::app::browser::map_picture::Colouring;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use crate::protocol::{BlockPart, BlockShape};
use leptos::prelude::*;

/// Feature maps of every stage, and the block that they are made of.
#[component]
pub fn Features() -> impl IntoView {
    let session = Session::of_context();
    let (analysis, words) = (session.engine.latest(), session.words);
    let palette = move || session.settings.with(|settings| settings.palette);
    let stages = Memo::new(move |_| {
        analysis.with(|analysis| {
            let stages = analysis.as_ref()?.dissection.as_ref()?.stages.iter();
            Some(stages.map(|stage| (stage.channels, stage.side, stage.shown.len())).collect::<Vec<_>>())
        })
    });
    let map = move |stage: usize, place: usize| {
        Memo::new(move |_| {
            analysis.with(|analysis| {
                let stage = analysis.as_ref()?.dissection.as_ref()?.stages.get(stage)?;
                let map = stage.shown.get(place)?;
                let picture = Picture::Levels {
                    side: stage.side,
                    levels: map.levels.clone(),
                    colouring: Colouring::Strength(palette()),
                };
                Some((
                    picture,
                    words.phrase(&Phrase::new("channel").with("channel", Argument::Count(map.channel as usize))),
                ))
            })
        })
    };
    let row = move |(index, (channels, side, shown)): (usize, (u32, u32, usize))| {
        let title = Phrase::new("features-stage")
            .with("stage", Argument::Count(index + 1))
            .with("channels", Argument::Count(channels as usize))
            .with("side", Argument::Count(side as usize))
            .with("shown", Argument::Count(shown));
        let title = move || words.phrase(&title);
        let picture = move |place: usize| {
            let map = map(index, place);
            let picture = Signal::derive(move || map.get().map(|(picture, _)| picture));
            let caption = Signal::derive(move || map.get().map(|(_, caption)| caption).unwrap_or_default());
            view! { <MapPicture picture caption /> }
        };
        view! {
            <h3>{title}</h3>
            <div class="maps">{(0..shown).map(picture).collect_view()}</div>
        }
    };
    view! {
        <div class="step">
            <p>{words.text("features-stages")}</p>
            <NeedsFace has_face=Signal::derive(move || stages.with(Option::is_some)) />
            {move || stages.get().map(|stages| stages.into_iter().enumerate().map(row).collect_view())}
            <h3>{words.text("features-blocks-title")}</h3>
            <p>{words.text("features-blocks")}</p>
            <Blocks />
        </div>
    }
}

/// The real shapes of the blocks.
#[component]
fn Blocks() -> impl IntoView {
    let session = Session::of_context();
    let (engine, words) = (session.engine.state(), session.words);
    let blocks =
        Memo::new(move |_| engine.with(|state| state.info().map(|info| info.blocks.clone())).unwrap_or_default());
    let row = move |block: BlockShape| {
        let part = match block.part {
            BlockPart::Stage(stage) => Phrase::new("part-stage").with("stage", Argument::Count(stage as usize)),
            BlockPart::Ordinal => Phrase::new("part-ordinal"),
            BlockPart::Nominal => Phrase::new("part-nominal"),
        };
        let part = move || words.phrase(&part);
        view! {
            <tr>
                <th scope="row">{part}</th>
                <td>{block.input}</td>
                <td>{block.expanded}</td>
                <td>{format!("{0} × {0}", block.kernel)}</td>
                <td>{block.stride}</td>
                <td>{block.output}</td>
            </tr>
        }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.text("blocks-shapes")>
            <table>
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
                <tbody>{move || blocks.get().into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
