use crate::app::browser::files;
use crate::app::model::card::{Card, Gap, Group, GroupFigures, Measured, SetFigures};
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use leptos::prelude::*;
use leptos::task::spawn_local;

const CARD: &str = "assets/model-card.json";
/// Figures shown: the card's name, a message, and whether it is a share.
const FIGURES: [(&str, &str, bool); 4] = [
    ("age_error", "figure-age-error", false),
    ("age_group", "figure-age-group", true),
    ("gender", "figure-gender", true),
    ("race", "figure-race", true),
];

/// The figures of each group, from the model card, in words, bars and a table.
#[component]
pub fn Errors() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let card = RwSignal::new(None::<Card>);
    spawn_local(async move {
        match files::json(&window(), CARD).await {
            Ok(found) => card.set(Some(found)),
            Err(error) => session.alerts.show(&error),
        }
    });
    let sets = move || card.get().map(|card| card.figures.0).unwrap_or_default();
    view! {
        <div class="step">
            <p>{words.text("errors-why")}</p>
            {move || sets().into_iter().map(|(name, set)| view! { <SetErrors name set /> }).collect_view()}
            <p>
                {words.text("errors-card")}
                " "
                <a href=files::address(&window(), CARD)>{words.text("model-card")}</a>
            </p>
        </div>
    }
}

/// One data set's figures.
#[component]
fn SetErrors(
    /// Its name in the card.
    name: String,
    /// The figures.
    set: SetFigures,
) -> impl IntoView {
    let words = Session::of_context().words;
    let title = match name.as_str() {
        "utkface" => "UTKFace",
        "fairface" => "FairFace",
        other => other,
    }
    .to_owned();
    let heading =
        Phrase::new("errors-set").with("set", Argument::Text(title)).with("n", Argument::Number(set.n as f64, 0));
    let shown: Vec<_> = FIGURES.into_iter().filter(|(figure, _, _)| set.figures.get(figure).is_some()).collect();
    let gaps: Vec<Phrase> = set.gaps.iter().filter(|gap| gap.between == "races").filter_map(sentence).collect();
    let rows: Vec<GroupFigures> = set.by_race().cloned().collect();
    let bars = shown
        .iter()
        .map(|&(figure, title, is_share)| {
            let figures: Vec<(Group, Measured)> =
                rows.iter().filter_map(|row| Some((row.group.clone(), *row.figures.get(figure)?))).collect();
            view! { <Bars title is_share figures /> }
        })
        .collect_view();
    view! {
        <h3>{move || words.phrase(&heading)}</h3>
        <ul>
            {gaps.into_iter().map(|gap| view! { <li>{move || words.phrase(&gap)}</li> }).collect_view()}
        </ul>
        <div class="columns" data-testid="group-figures">{bars}</div>
    }
}

/// One figure of every race, as bars with their intervals.
#[component]
fn Bars(
    /// What is measured.
    title: &'static str,
    /// Whether it is a share, or years.
    is_share: bool,
    /// The groups.
    figures: Vec<(Group, Measured)>,
) -> impl IntoView {
    let words = Session::of_context().words;
    let most = if is_share { 1.0 } else { figures.iter().map(|(_, m)| m.interval[1]).fold(1e-6, f64::max) };
    let row = move |(group, measured): (Group, Measured)| {
        let Measured { value, interval: [low, high], n } = measured;
        let text = move || if is_share { words.share(value, 1) } else { words.number_of(value, 1) };
        let n = Phrase::new("errors-n").with("n", Argument::Number(n as f64, 0));
        let group = group.phrases();
        view! {
            <li>
                <span class="class">
                    {move || words.list(&group)} " " <small>{move || words.phrase(&n)}</small>
                </span>
                <span class="track" aria-hidden="true">
                    <span class="share" style=("--share", (value / most).to_string())></span>
                    <span
                        class="whisker"
                        style:left=format!("{:.1}%", 100.0 * low / most)
                        style:width=format!("{:.1}%", 100.0 * (high - low) / most)
                    ></span>
                </span>
                <span class="percent">{text}</span>
            </li>
        }
    };
    view! {
        <div>
            <h4>{move || words.say(title)}</h4>
            <ul class="bars">{figures.into_iter().map(row).collect_view()}</ul>
        </div>
    }
}

/// A gap in words.
fn sentence(gap: &Gap) -> Option<Phrase> {
    let (id, difference) = match gap.what.as_str() {
        "age error, years" => ("gap-age", gap.difference),
        "gender" => ("gap-gender", 100.0 * gap.difference),
        "race" => ("gap-race", 100.0 * gap.difference),
        _ => return None,
    };
    let phrase = Phrase::new(id)
        .with("difference", Argument::Number(difference, 1))
        .with("worst", Argument::List(gap.worst.phrases()))
        .with("best", Argument::List(gap.best.phrases()));
    Some(phrase)
}
