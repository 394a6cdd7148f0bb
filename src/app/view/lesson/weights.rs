use crate::app::browser::files;
use crate::app::model::card::Outcome;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::sentences::attribute_phrase;
use crate::app::model::training_curve::TrainingCurve;
use crate::app::state::session::Session;
use crate::attributes::Attribute;
use js_sys::parse_float;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlInputElement;

const RECORD: &str = "assets/training.csv";
const OUTCOMES: &str = "assets/experiments/weightings.json";
/// Size of the drawing in its own units.
const WIDTH: f32 = 400.0;
const HEIGHT: f32 = 160.0;
/// The tasks' colours: Okabe and Ito's blue, vermilion and green.
const COLOURS: [&str; 3] = ["#0072b2", "#d55e00", "#009e73"];
/// Columns of the table: the data set's name in the outcomes and for people, the figure, its message, and whether it is a
/// share.
const COLUMNS: [(&str, &str, &str, &str, bool); 5] = [
    ("utkface", "UTKFace", "age_error", "column-age-error", false),
    ("utkface", "UTKFace", "gender", "column-gender", true),
    ("utkface", "UTKFace", "race", "column-race", true),
    ("fairface", "FairFace", "gender", "column-gender", true),
    ("fairface", "FairFace", "race", "column-race", true),
];

/// The recorded weights, and what other weights cost.
#[component]
pub fn Weights() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let curve = RwSignal::new(TrainingCurve::default());
    let outcomes = RwSignal::new(Vec::<Outcome>::new());
    spawn_local(async move {
        match files::text(&window(), RECORD).await {
            Ok(text) => curve.set(TrainingCurve::from_csv(&text, |field| parse_float(field) as f32)),
            Err(error) => session.alerts.show(&error),
        }
        match files::json(&window(), OUTCOMES).await {
            Ok(found) => outcomes.set(found),
            Err(error) => session.alerts.show(&error),
        }
    });
    let line = move |(task, attribute): (usize, Attribute)| {
        let colour = COLOURS[task]; // one for each attribute
        view! { <polyline points=move || curve.with(|curve| curve.points(task, WIDTH, HEIGHT)) style:stroke=colour /> <title>{move || words.phrase(&attribute_phrase(attribute))}</title> }
    };
    let caption = move || {
        let steps = curve.with(|curve| curve.steps.last().copied().unwrap_or_default());
        words.phrase(&Phrase::new("weights-caption").with("steps", Argument::Number(f64::from(steps), 0)))
    };
    let last = move |(task, attribute): (usize, Attribute)| {
        let weight = move || {
            let weight = curve.with(|curve| curve.weights[task].last().copied().unwrap_or_default());
            words.phrase(&weight_of(attribute, weight, 2))
        };
        view! {
            <li>
                <span class="swatch" style:background=COLOURS[task] aria-hidden="true"></span>
                {weight}
            </li>
        }
    };
    view! {
        <div class="step">
            <p>{words.text("weights-uncertainty")}</p>
            <div class="columns">
                <figure>
                    <svg
                        class="curves"
                        viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                        role="img"
                        aria-label=words.text("weights-curves")
                    >
                        {Attribute::ALL.into_iter().enumerate().map(line).collect_view()}
                    </svg>
                    <figcaption>
                        {caption}
                        <ul class="swatches">{Attribute::ALL.into_iter().enumerate().map(last).collect_view()}</ul>
                    </figcaption>
                </figure>
                <Experiment outcomes />
            </div>
        </div>
    }
}

/// Weights to choose, and the trainings that were run with such weights.
#[component]
fn Experiment(
    /// What came of the trainings.
    outcomes: RwSignal<Vec<Outcome>>,
) -> impl IntoView {
    let words = Session::of_context().words;
    let weights = RwSignal::new([1.0f32; 3]);
    let slider = move |(task, attribute): (usize, Attribute)| {
        let set = move |event| {
            let slider: HtmlInputElement = event_target(&event);
            weights.update(|weights| weights[task] = slider.value_as_number() as f32);
        };
        view! {
            <label class="field">
                <span>{move || words.phrase(&weight_of(attribute, weights.get()[task], 1))}</span>
                <input type="range" min="0" max="2" step="0.1" prop:value=move || weights.get()[task].to_string() on:input=set />
            </label>
        }
    };
    let nearest = move || nearest(weights.get());
    let column = move |(_, set, _, title, _): (&str, &'static str, &str, &'static str, bool)| {
        let title = Phrase::new(title).with("set", Argument::Text(set.to_owned()));
        view! { <th scope="col">{move || words.phrase(&title)}</th> }
    };
    let row = move |outcome: Outcome| {
        let id = outcome.name.clone();
        let is_nearest = move || id == nearest();
        let name = variant(&outcome.name);
        let cell = move |(set, _, figure, _, is_share): (&str, &str, &str, &str, bool)| {
            let measured = outcome.figures.get(set).and_then(|figures| figures.get(figure));
            let value = measured.map(|measured| measured.value);
            let text = move || {
                let value = value?;
                Some(if is_share { words.share(value, 1) } else { words.number_of(value, 2) })
            };
            view! { <td>{move || text().unwrap_or_else(|| "–".to_owned())}</td> }
        };
        view! {
            <tr class:chosen=is_nearest>
                <th scope="row">{move || words.phrase(&name)}</th>
                {COLUMNS.map(cell).into_iter().collect_view()}
            </tr>
        }
    };
    view! {
        <div>
            <h3>{words.text("weights-choose-title")}</h3>
            {Attribute::ALL.into_iter().enumerate().map(slider).collect_view()}
            <p>{move || words.phrase(&Phrase::new("weights-nearest").with("name", variant(nearest()).into()))}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=words.text("weights-outcomes")>
                <table data-testid="weightings">
                    <thead>
                        <tr>
                            <th scope="col">{words.text("weights-column")}</th>
                            {COLUMNS.map(column).into_iter().collect_view()}
                        </tr>
                    </thead>
                    <tbody>{move || outcomes.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </div>
    }
}

/// The fixed weights of the trainings that were run, by the name of their variant.
const RUN: [(&str, [f32; 3]); 5] = [
    ("equal weights", [1.0, 1.0, 1.0]),
    ("weights by hand", [0.4, 2.0, 1.0]),
    ("age alone", [1.0, 0.0, 0.0]),
    ("gender alone", [0.0, 1.0, 0.0]),
    ("race alone", [0.0, 0.0, 1.0]),
];

/// The variant whose weights have the most similar proportions.
fn nearest(weights: [f32; 3]) -> &'static str {
    let length = |weights: &[f32; 3]| weights.iter().map(|weight| weight * weight).sum::<f32>().sqrt().max(1e-6);
    let likeness =
        |run: &[f32; 3]| run.iter().zip(&weights).map(|(a, b)| a * b).sum::<f32>() / (length(run) * length(&weights));
    let best = RUN.iter().max_by(|(_, a), (_, b)| likeness(a).total_cmp(&likeness(b)));
    best.map_or("equal weights", |(name, _)| name)
}

/// A variant's name for people.
fn variant(name: &str) -> Phrase {
    let alone = |task| Phrase::new("variant-alone").with("task", attribute_phrase(task).into());
    match name {
        "equal weights" => Phrase::new("variant-equal"),
        "weights by hand" => Phrase::new("variant-hand"),
        "age alone" => alone(Attribute::Age),
        "gender alone" => alone(Attribute::Gender),
        "race alone" => alone(Attribute::Race),
        _ => Phrase::new("variant-baseline"),
    }
}

/// A task with its weight.
fn weight_of(attribute: Attribute, weight: f32, decimals: u8) -> Phrase {
    Phrase::new("weight-of")
        .with("task", attribute_phrase(attribute).into())
        .with("weight", Argument::Number(f64::from(weight), decimals))
}
