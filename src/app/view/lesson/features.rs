use super::NeedsFace;
use super::map_picture::{MapPicture, Picture};
use crate::app::browser::map_picture::Colouring;
use crate::app::state::session::Session;
use crate::protocol::BlockShape;
use leptos::prelude::*;

/// Feature maps of every stage, and the block that they are made of.
#[component]
pub fn Features() -> impl IntoView {
    let session = Session::of_context();
    let analysis = session.engine.latest();
    let palette = move || session.settings.with(|settings| settings.palette);
    let stages = Memo::new(move |_| {
        analysis.with(|analysis| {
            let stages = analysis.as_ref()?.dissection.as_ref()?.stages.iter();
            Some(stages.map(|stage| (stage.name.clone(), stage.channels, stage.shown.len())).collect::<Vec<_>>())
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
                Some((picture, format!("channel {}", map.channel)))
            })
        })
    };
    let row = move |(index, (name, channels, shown)): (usize, (String, u32, usize))| {
        let picture = move |place: usize| {
            let map = map(index, place);
            let picture = Signal::derive(move || map.get().map(|(picture, _)| picture));
            let caption = Signal::derive(move || map.get().map(|(_, caption)| caption).unwrap_or_default());
            view! { <MapPicture picture caption /> }
        };
        view! {
            <h3>{format!("{name}: {channels} channels, the {shown} that vary most")}</h3>
            <div class="maps">{(0..shown).map(picture).collect_view()}</div>
        }
    };
    view! {
        <div class="step">
            <p>
                "The network reads the crop in five stages that age, gender and race share. Early channels answer to edges and \
                 colours, later ones to parts of a face; each stage sees less sharply and more of the face at once."
            </p>
            <NeedsFace has_face=Signal::derive(move || stages.with(Option::is_some)) />
            {move || stages.get().map(|stages| stages.into_iter().enumerate().map(row).collect_view())}
            <h3>"What a stage is made of: MBConv blocks"</h3>
            <p>
                "Each block widens its channels (1 × 1), lets every channel be convolved by itself (depthwise), and narrows them \
                 again (1 × 1). Convolving channels one by one costs a fraction of a full convolution; that is why the network \
                 runs in a browser."
            </p>
            <Blocks />
        </div>
    }
}

/// The real shapes of the blocks.
#[component]
fn Blocks() -> impl IntoView {
    let engine = Session::of_context().engine.state();
    let blocks =
        Memo::new(move |_| engine.with(|state| state.info().map(|info| info.blocks.clone())).unwrap_or_default());
    let row = |block: BlockShape| {
        view! {
            <tr>
                <th scope="row">{block.part}</th>
                <td>{block.input}</td>
                <td>{block.expanded}</td>
                <td>{format!("{0} × {0}", block.kernel)}</td>
                <td>{block.stride}</td>
                <td>{block.output}</td>
            </tr>
        }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label="Shapes of the blocks">
            <table>
                <thead>
                    <tr>
                        <th scope="col">"part"</th>
                        <th scope="col">"channels in"</th>
                        <th scope="col">"widened to"</th>
                        <th scope="col">"depthwise kernel"</th>
                        <th scope="col">"stride"</th>
                        <th scope="col">"channels out"</th>
                    </tr>
                </thead>
                <tbody>{move || blocks.get().into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
