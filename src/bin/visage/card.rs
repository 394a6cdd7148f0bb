//! The model card's two files: the figures, and the document that is made of them.

use anyhow::{Context, Result, ensure};
use std::path::PathBuf;
use visage::evaluation::{ModelCard, model_card_text};

/// Where the card lies.
#[derive(clap::Args)]
pub(crate) struct Files {
    /// The card.
    #[arg(long, default_value = "assets/model-card.json")]
    pub card: PathBuf,
    /// The card as a document.
    #[arg(long, default_value = "MODEL_CARD.md")]
    document: PathBuf,
}

impl Files {
    /// The card, which is to be that of `weights`.
    pub(crate) fn read(&self, weights: &[u8]) -> Result<ModelCard> {
        let name = self.card.display();
        let text = std::fs::read(&self.card).with_context(|| format!("cannot read {name}"))?;
        let card: ModelCard = serde_json::from_slice(&text).context("the card is damaged; run visage model-card")?;
        ensure!(card.weights_sha256 == ModelCard::hash(weights), "the card is of other weights; run visage model-card");
        Ok(card)
    }

    /// Writes both, and returns the document.
    pub(crate) fn write(&self, card: &ModelCard) -> Result<String> {
        let text = serde_json::to_string_pretty(card)? + "\n";
        std::fs::write(&self.card, text).with_context(|| format!("cannot write {}", self.card.display()))?;
        let document = model_card_text(card);
        let name = self.document.display();
        std::fs::write(&self.document, &document).with_context(|| format!("cannot write {name}"))?;
        Ok(document)
    }
}
