use crate::app::browser::files;
use crate::app::model::card::{Card, Gap, GroupFigures, Measured, SetFigures};
use crate::app::state::session::Session;
use leptos::prelude::*;
use leptos::task::spawn_local;

const CARD: &str = "assets/model-card.json";
/// Figures shown: the card's name, a title, and whether it is a share.
const FIGURES: [(&str, &str, bool); 4] = [
    ("age_error", "age error, years", false),
    ("age_group", "age group right", true),
    ("gender", "gender as labelled", true),
    ("race", "race as labelled", true),
];

/// The figures of each group, from the model card, in words, bars and a table.
#[component]
pub fn Errors() -> impl IntoView {
    let session = Session::of_context();
    let card = RwSignal::new(None::<Card>);
    spawn_local(async move {
        match files::json(&window(), CARD).await {
            Ok(found) => card.set(Some(found)),
            Err(error) => session.alerts.show(&error),
        }
    });
    let sets = move || card.get().map(|card| card.figures.into_iter().collect::<Vec<_>>()).unwrap_or_default();
    view! {
        <div class="step">
            <p>
                "A network that is right for nine faces in ten is wrong for one, and not by chance: it learned from pictures in which \
                 some people are rare. These figures were measured on faces that it had not seen. The bars' thin ends are 95 % \
                 intervals: where two overlap widely, the difference may be luck."
            </p>
            {move || sets().into_iter().map(|(name, set)| view! { <SetErrors name set /> }).collect_view()}
            <p>
                "All figures, by race, gender and age group together, with terms of the data and caveats: "
                <a href="assets/model-card.json">"model card"</a> "."
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
    let title = match name.as_str() {
        "utkface" => "UTKFace",
        "fairface" => "FairFace",
        _ => "another set",
    };
    let shown: Vec<_> = FIGURES.into_iter().filter(|(figure, _, _)| set.figures.contains_key(*figure)).collect();
    let words: Vec<String> = set.gaps.iter().filter(|gap| gap.between == "races").filter_map(sentence).collect();
    let rows: Vec<GroupFigures> = set.by_race().cloned().collect();
    let bars = shown
        .iter()
        .map(|&(figure, title, is_share)| {
            let figures: Vec<(String, Measured)> =
                rows.iter().filter_map(|row| Some((row.group.name(), *row.figures.get(figure)?))).collect();
            view! { <Bars title is_share figures /> }
        })
        .collect_view();
    view! {
        <h3>{title} {format!(", {} faces", set.n)}</h3>
        <ul>{words.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
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
    figures: Vec<(String, Measured)>,
) -> impl IntoView {
    let most = if is_share { 1.0 } else { figures.iter().map(|(_, m)| m.interval[1]).fold(1e-6, f64::max) };
    let row = move |(group, measured): (String, Measured)| {
        let Measured { value, interval: [low, high], n } = measured;
        let text = if is_share { format!("{:.1} %", 100.0 * value) } else { format!("{value:.1}") };
        view! {
            <li>
                <span class="class">{group} " " <small>{format!("n {n}")}</small></span>
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
            <h4>{title}</h4>
            <ul class="bars">{figures.into_iter().map(row).collect_view()}</ul>
        </div>
    }
}

/// A gap in words.
fn sentence(gap: &Gap) -> Option<String> {
    let (worst, best) = (gap.worst.name(), gap.best.name());
    match gap.what.as_str() {
        "age error, years" => Some(format!(
            "Ages are wrong by {:.1} years more for faces labelled {worst} than for those labelled {best}.",
            gap.difference
        )),
        "gender" => Some(format!(
            "Gender is estimated as labelled for {worst} faces less often than for {best} ones, by {:.1} points.",
            100.0 * gap.difference
        )),
        "race" => Some(format!(
            "Race is estimated as labelled least often for {worst}, most often for {best}: {:.1} points apart.",
            100.0 * gap.difference
        )),
        _ => None,
    }
}
