//! Storing events many at a time (W2): what arrives while one transaction is written goes into the next one, and everybody is answered after
//! the commit that holds theirs. One commit costs a wait for the disk, whoever shares it; at five hundred a second nobody can have one alone.

use std::{sync::Arc, time::Duration};

use tokio::sync::{mpsc, oneshot};

use crate::server::{
    clock::Clock,
    store::ports::{Store, inbox::NewHook},
};

/// The most events in one transaction (§5).
const AT_ONCE: usize = 200;
/// Events that may wait for a transaction; beyond it the senders wait.
const WAITING: usize = 1_000;
/// How long a sender waits for the commit. Longer than that, it is told to send the event again.
const PATIENCE: Duration = Duration::from_secs(5);

/// An event and who waits for it to be stored.
type Waiting = (NewHook, oneshot::Sender<bool>);

/// Takes events in. The task that writes ends with it.
#[derive(Debug)]
pub(super) struct Intake(mpsc::Sender<Waiting>);

impl Intake {
    /// Starts the task that writes.
    pub(super) fn start(store: Arc<dyn Store>, clock: Arc<dyn Clock>) -> Self {
        let (send, receive) = mpsc::channel(WAITING);
        tokio::spawn(write(store, clock, receive));
        Self(send)
    }

    /// Stores an event; whether it is in the database, durably, or an identical one is.
    pub(super) async fn store(&self, hook: NewHook) -> bool {
        let (tell, told) = oneshot::channel();
        let stored = async {
            self.0.send((hook, tell)).await.ok()?;
            told.await.ok()
        };
        // Whoever is cut here may find the event stored none the less, and sends it twice: events are idempotent.
        tokio::time::timeout(PATIENCE, stored).await.ok().flatten().unwrap_or(false)
    }
}

async fn write(store: Arc<dyn Store>, clock: Arc<dyn Clock>, mut receive: mpsc::Receiver<Waiting>) {
    let mut waiting: Vec<Waiting> = Vec::with_capacity(AT_ONCE);
    while receive.recv_many(&mut waiting, AT_ONCE).await > 0 {
        let (hooks, tell): (Vec<NewHook>, Vec<oneshot::Sender<bool>>) = waiting.drain(..).filter(|(_, tell)| !tell.is_closed()).unzip();
        let stored = match store.receive_hooks(&hooks, clock.now()).await {
            Ok(_) => true,
            Err(error) => {
                tracing::error!(%error, events = hooks.len(), "events could not be stored; they will be sent again");
                false
            }
        };
        for tell in tell {
            // The other end has hung up.
            let _gone = tell.send(stored);
        }
    }
}
