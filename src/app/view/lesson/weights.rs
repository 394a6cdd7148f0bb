use crate::app::browser::files;
use crate::app::model::card::Outcome;
use crate::app::model::training_curve::TrainingCurve;
use crate::app::state::session::Session;
use crate::attributes::Attribute;
use leptos::prelude::*;
use leptos::task::spawn_local;

const RECORD: &str = "assets/training.csv";
const OUTCOMES: &str = "assets/experiments/weightings.json";
/// Size of the drawing in its own units.
const WIDTH: f32 = 400.0;
const HEIGHT: f32 = 160.0;
/// The tasks' colours: Okabe and Ito's blue, vermilion and green.
const COLOURS: [&str; 3] = ["#0072b2", "#d55e00", "#009e73"];
/// Columns of the table: data set, figure, title, and whether it is a share.
const COLUMNS: [(&str, &str, &str, bool); 5] = [
    ("utkface", "age_error", "age error, years (UTKFace)", false),
    ("utkface", "gender", "gender (UTKFace)", true),
    ("utkface", "race", "race (UTKFace)", true),
    ("fairface", "gender", "gender (FairFace)", true),
    ("fairface", "race", "race (FairFace)", true),
];

/// The recorded weights, and what other weights cost.
#[component]
pub fn Weights() -> impl IntoView {
    let session = Session::of_context();
    let curve = RwSignal::new(TrainingCurve::default());
    let outcomes = RwSignal::new(Vec::<Outcome>::new());
    spawn_local(async move {
        match files::text(&window(), RECORD).await {
            Ok(text) => curve.set(TrainingCurve::from_csv(&text)),
            Err(error) => session.alerts.show(&error),
        }
        match files::json(&window(), OUTCOMES).await {
            Ok(found) => outcomes.set(found),
            Err(error) => session.alerts.show(&error),
        }
    });
    let line = move |(task, attribute): (usize, Attribute)| {
        let colour = COLOURS[task]; // one for each attribute
        view! { <polyline points=move || curve.with(|curve| curve.points(task, WIDTH, HEIGHT)) style:stroke=colour /> <title>{attribute.name()}</title> }
    };
    let last = move |(task, attribute): (usize, Attribute)| {
        let weight = move || curve.with(|curve| curve.weights[task].last().copied().unwrap_or_default());
        view! {
            <li>
                <span class="swatch" style:background=COLOURS[task] aria-hidden="true"></span>
                {attribute.name()} ": " {move || format!("{:.2}", weight())}
            </li>
        }
    };
    view! {
        <div class="step">
            <p>
                "Three tasks learn at once and share the trunk, so their losses must be added, and it matters how much each counts. \
                 Here the network learns that itself: for each task it also learns how uncertain it is (homoscedastic uncertainty, a \
                 number s), and its loss counts exp(−s). A noisy task, such as age, lowers its own weight, but pays s/2 for it."
            </p>
            <div class="columns">
                <figure>
                    <svg
                        class="curves"
                        viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                        role="img"
                        aria-label="The weights of the three tasks over the steps of the training"
                    >
                        {Attribute::ALL.into_iter().enumerate().map(line).collect_view()}
                    </svg>
                    <figcaption>
                        {move || curve.with(|curve| format!(
                            "The weights over the {:.0} steps of our own training; at its end:",
                            curve.steps.last().copied().unwrap_or_default()
                        ))}
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
    let weights = RwSignal::new([1.0f32; 3]);
    let slider = move |(task, attribute): (usize, Attribute)| {
        let set = move |event| {
            if let Ok(weight) = event_target_value(&event).parse() {
                weights.update(|weights| weights[task] = weight);
            }
        };
        view! {
            <label class="field">
                <span>{attribute.name()} ": " {move || format!("{:.1}", weights.get()[task])}</span>
                <input type="range" min="0" max="2" step="0.1" prop:value=move || weights.get()[task].to_string() on:input=set />
            </label>
        }
    };
    let nearest = move || nearest(weights.get());
    let row = move |outcome: Outcome| {
        let name = outcome.name.clone();
        let is_nearest = move || name == nearest();
        let cell = move |(set, figure, _, is_share): (&str, &str, &str, bool)| {
            let measured = outcome.figures.get(set).and_then(|figures| figures.get(figure));
            let text = measured.map_or_else(
                || "–".to_owned(),
                |measured| {
                    if is_share { format!("{:.1} %", 100.0 * measured.value) } else { format!("{:.2}", measured.value) }
                },
            );
            view! { <td>{text}</td> }
        };
        view! {
            <tr class:chosen=is_nearest>
                <th scope="row">{label(&outcome.name)}</th>
                {COLUMNS.map(cell).into_iter().collect_view()}
            </tr>
        }
    };
    view! {
        <div>
            <h3>"Set the weights yourself"</h3>
            {Attribute::ALL.into_iter().enumerate().map(slider).collect_view()}
            <p>
                "The nearest of the trainings that we ran with fixed weights: " <strong>{move || label(nearest())}</strong>
                ". They are short trainings, so that only their differences count."
            </p>
            <div class="scroll" tabindex="0" role="region" aria-label="Outcomes of the trainings">
                <table data-testid="weightings">
                    <thead>
                        <tr>
                            <th scope="col">"weights"</th>
                            {COLUMNS.map(|(_, _, title, _)| view! { <th scope="col">{title}</th> }).into_iter().collect_view()}
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
fn label(name: &str) -> String {
    match name {
        "baseline" => "learned (uncertainty)".to_owned(),
        other => other.to_owned(),
    }
}
