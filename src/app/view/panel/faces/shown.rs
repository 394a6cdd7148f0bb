//! Which attributes are shown, everywhere on the page.

use crate::app::model::sentences::attribute_phrase;
use crate::app::state::session::Session;
use crate::app::state::source::Source;
use crate::app::view::parts::choice::Check;
use crate::attributes::Attribute;
use leptos::prelude::*;
use std::sync::Arc;

/// A switch for each attribute, one for the smoothing of a video's estimates, and one for a second opinion on photos.
#[component]
pub fn Shown() -> impl IntoView {
    let session = Session::of_context();
    let (settings, words) = (session.settings, session.words);
    let is_video = move || session.source.with(|source| matches!(source, Source::Camera { .. }));
    let attribute = move |attribute: Attribute| {
        view! {
            <Check
                label=Signal::derive(move || words.phrase(&attribute_phrase(attribute)))
                id=attribute.name()
                ticked=Signal::derive(move || settings.with(|settings| !settings.hides(attribute)))
                on_tick=Arc::new(move |_| settings.update(|settings| settings.toggle_hidden(attribute)))
            />
        }
    };
    view! {
        <fieldset class="switches">
            <legend>{words.text("show")}</legend>
            {Attribute::ALL.map(attribute).into_iter().collect_view()}
            <Check
                label=Signal::derive(move || words.say("smooth-over-time"))
                id="smooth"
                ticked=Signal::derive(move || settings.with(|settings| settings.smooth))
                on_tick=Arc::new(move |smooth| settings.update(|settings| settings.smooth = smooth))
                hidden=Signal::derive(move || !is_video())
            />
            <SecondOpinionSwitch hidden=Signal::derive(move || !session.source.with(Source::is_photo)) />
        </fieldset>
    }
}

/// Has a second network asked about photos as well.
#[component]
pub fn SecondOpinionSwitch(
    /// Whether it is of no use now.
    #[prop(optional, into)]
    hidden: Signal<bool>,
) -> impl IntoView {
    let session = Session::of_context();
    let (settings, words) = (session.settings, session.words);
    let second = session.engine.second();
    view! {
        <Check
            label=Signal::derive(move || words.phrase(&second.get().phrase()))
            id="second-opinion"
            ticked=Signal::derive(move || settings.with(|settings| settings.second_opinion))
            on_tick=Arc::new(move |wanted| session.engine.ask_second(wanted))
            hidden
        />
    }
}
