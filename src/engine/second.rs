//! The second network, which is loaded once a visitor wants it to be asked.

use super::models::{ModelError, Models};
use super::reply::post;
use crate::analysis::Analyzer;
use crate::protocol::Response;
use futures_util::lock::Mutex;
use std::cell::Cell;
use std::rc::Rc;

/// Whether the second network is wanted, and whether it is on its way.
#[derive(Clone, Default)]
pub(super) struct Second {
    wanted: Rc<Cell<bool>>,
    arrives: Rc<Cell<bool>>,
}

impl Second {
    /// Has `analyzer` ask the second network as soon as that has arrived, and tells the page; or no more, at the next turn.
    pub(super) fn want(&self, wanted: bool, analyzer: Rc<Mutex<Analyzer>>) -> impl Future<Output = ()> + use<> {
        self.wanted.set(wanted);
        let own = self.clone();
        async move {
            if !wanted {
                let mut analyzer = analyzer.lock().await;
                // It may be wanted again by now.
                if !own.wanted.get() {
                    analyzer.set_second_opinion(None);
                }
            } else if !own.arrives.replace(true) {
                let loaded = own.load(&analyzer).await;
                own.arrives.set(false);
                if own.wanted.get() {
                    post(&match loaded {
                        Ok(()) => Response::SecondArrives(1.0),
                        Err(error) => Response::SecondFailed(error.into()),
                    });
                }
            }
        }
    }

    async fn load(&self, analyzer: &Mutex<Analyzer>) -> Result<(), ModelError> {
        if !analyzer.lock().await.has_second_opinion() {
            let network = Models::second_opinion(&|share| post(&Response::SecondArrives(share))).await?;
            let mut analyzer = analyzer.lock().await;
            if self.wanted.get() {
                analyzer.set_second_opinion(Some(network));
            }
        }
        Ok(())
    }
}
