//! Which face a step speaks of, or what it waits for.

use crate::app::model::explain_target::ExplainTarget;
use crate::app::model::missing::{Missing, Remedy};
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::samples::ASTRONAUT;
use crate::app::state::session::Session;
use crate::app::state::source::Source;
use crate::protocol::{Analysis, Dissection, Face};
use leptos::prelude::*;

/// What is read of the inside of the network; `None` while it was not looked into.
pub fn inside<T>(session: Session, read: impl FnOnce(&Dissection) -> Option<T>) -> Option<T> {
    session.engine.latest().with(|analysis| read(analysis.as_ref()?.dissection.as_ref()?))
}

/// The selected face.
pub fn selected(session: Session, analysis: &Analysis) -> Option<&Face> {
    analysis.face(session.selection.number().get()?)
}

/// What a step lacks that has no face to speak of, or not yet the inside of the network on it.
pub fn missing(session: Session) -> Missing {
    let has_picture = session.source.with(Source::is_something);
    let faces = session.engine.latest().with(|analysis| analysis.as_ref().map(|analysis| analysis.faces.len()));
    session.engine.state().with(|engine| Missing::of(has_picture, engine, faces))
}

/// The number of the face that the step speaks of, where there are several; instead of it what is missing, and what helps.
#[component]
pub fn About(
    /// What is missing.
    #[prop(into)]
    missing: Signal<Option<Missing>>,
) -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let missing = Memo::new(move |_| missing.get());
    let has_several = Memo::new(move |_| {
        session.engine.latest().with(|analysis| analysis.as_ref().is_some_and(|analysis| analysis.faces.len() > 1))
    });
    let face = move || {
        let number = session.selection.number().get().unwrap_or_default() as usize;
        let face = Phrase::new("face-number").with("number", Argument::Count(number + 1));
        words.phrase(&Phrase::new("lesson-face").with("face", face.into()))
    };
    let help = move |remedy: Remedy| match remedy {
        Remedy::Sample => session.open_sample(ASTRONAUT),
        Remedy::HeatMap => session.settings.update(|settings| settings.explain = ExplainTarget::default()),
    };
    let lack = move |missing: Missing| {
        let button = missing.remedy().map(|remedy| {
            view! { <button on:click=move |_| help(remedy)>{words.text(remedy.label())}</button> }
        });
        view! {
            <div class="lack" data-testid="missing">
                <p>{words.text(missing.sentence())}</p>
                {button}
            </div>
        }
    };
    view! {
        {move || missing.get().map(lack)}
        <p class="muted" hidden=move || missing.with(Option::is_some) || !has_several.get()>{face}</p>
    }
}
