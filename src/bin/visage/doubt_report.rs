use crate::models;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::path::PathBuf;
use visage::evaluation::unusual::{Selection, specimens};
use visage::evaluation::{ModelCard, UnusualReport, model_card_text};
use visage::network::CpuDmtl;
use visage::training::crops::VALIDATION_SHARE;
use visage::training::dataset::Dataset;

/// What is counted, and where it is written.
#[derive(clap::Args)]
pub struct Arguments {
    /// Folder that holds `utkface` and `fairface`.
    #[arg(long)]
    data: PathBuf,
    /// Validation faces of each data set.
    #[arg(long, default_value_t = 600)]
    faces: usize,
    /// The card that gets the figures.
    #[arg(long, default_value = "assets/model-card.json")]
    card: PathBuf,
    /// The card as a document.
    #[arg(long, default_value = "MODEL_CARD.md")]
    document: PathBuf,
}

/// Counts the validation faces that are doubted, as they are and made into outliers.
pub fn run(arguments: Arguments) -> Result<()> {
    let bytes = models::weights(None)?;
    let text = std::fs::read(&arguments.card).with_context(|| format!("cannot read {}", arguments.card.display()))?;
    let mut card: ModelCard = serde_json::from_slice(&text).context("the card is damaged; run visage model-card")?;
    ensure!(card.weights_sha256 == ModelCard::hash(&bytes), "the card is of other weights; run visage model-card");
    let probe = models::probe(&bytes).context("the probe is of other weights; run visage fit-doubt")?;
    let (detector, network) = (models::detector()?, CpuDmtl::from_burnpack(bytes)?);
    let mut faces = BTreeMap::new();
    for dataset in [Dataset::UtkFace, Dataset::FairFace] {
        let root = arguments.data.join(dataset.name());
        // Spread over the whole set, which has an order.
        let validation = dataset.count(&root)? / VALIDATION_SHARE as usize;
        let stride = (validation / arguments.faces.max(1)).max(1);
        let selection = Selection { is_validation: true, stride, most: arguments.faces };
        let found = specimens(dataset, &root, selection, &detector, &network)?;
        faces.insert(dataset.name().to_owned(), found);
    }
    card.unusual = Some(UnusualReport::new(&faces, &probe, "visage doubt-report --data DATA"));
    let text = serde_json::to_string_pretty(&card)? + "\n";
    std::fs::write(&arguments.card, text).with_context(|| format!("cannot write {}", arguments.card.display()))?;
    let document = model_card_text(&card);
    std::fs::write(&arguments.document, &document)
        .with_context(|| format!("cannot write {}", arguments.document.display()))?;
    let part = document.split("### Ordinary and unusual faces").nth(1).unwrap_or_default();
    println!("{}", part.split("\n## ").next().unwrap_or_default());
    Ok(())
}
