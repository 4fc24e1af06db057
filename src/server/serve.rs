//! Serving until somebody says stop.

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use axum::serve::ListenerExt;
use tokio::{net::TcpListener, sync::watch, task::JoinSet};

use super::{jobs, router::router, state::AppState, telemetry};

/// How long answers under way may take after the word to stop.
const LEAVE_WITHIN: Duration = Duration::from_secs(10);
/// Between two rounds of tidying.
const TIDY_EVERY: Duration = Duration::from_secs(60 * 60);

/// Serves on this listener until `stop` turns true, then lets answers under way finish.
///
/// # Errors
/// When the listener breaks.
pub async fn serve(state: AppState, listener: TcpListener, stop: watch::Receiver<bool>) -> io::Result<()> {
    // Without it each answer that leaves in two parts waits 40 ms for the other side's acknowledgement.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "no TCP_NODELAY");
        }
    });
    let mut work = work(&state, &stop);
    let app = router(state.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, app).with_graceful_shutdown({
        let (live, mut stop) = (state.live.clone(), stop.clone());
        async move {
            stopped(&mut stop).await;
            live.close();
        }
    });
    let mut deadline = stop;
    let result = tokio::select! {
        result = server.into_future() => result,
        () = async {
            stopped(&mut deadline).await;
            tokio::time::sleep(LEAVE_WITHIN).await;
        } => {
            tracing::warn!("some answers took too long and were cut");
            Ok(())
        }
    };
    // The workers end by themselves; a job that is cut is done again by the next one.
    let ended = tokio::time::timeout(LEAVE_WITHIN, async { while work.join_next().await.is_some() {} }).await;
    if ended.is_err() {
        tracing::warn!("some jobs took too long and were cut; they will be done again");
    }
    state.store.close().await;
    result
}

/// What goes on beside the requests.
fn work(state: &AppState, stop: &watch::Receiver<bool>) -> JoinSet<()> {
    let mut work = JoinSet::new();
    work.spawn(tidy(state.clone(), stop.clone()));
    let handlers: Vec<Arc<dyn jobs::Handler>> = vec![state.linking.clone(), state.syncing.clone()];
    work.spawn(jobs::run(Arc::clone(&state.store), handlers, Arc::clone(&state.wake), stop.clone()));
    work.spawn(Arc::clone(&state.webhooks).work(stop.clone()));
    let (catalogue, stop_refreshing) = (Arc::clone(&state.catalogue), stop.clone());
    work.spawn(async move { catalogue.keep_fresh(stop_refreshing).await });
    let (syncing, stop_looking) = (Arc::clone(&state.syncing), stop.clone());
    work.spawn(async move { syncing.look_after(stop_looking).await });
    work.spawn(until(stop.clone(), telemetry::keep_metrics_small()));
    work
}

async fn tidy(state: AppState, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        let now = state.clock.now();
        if let Err(error) = state.store.purge_sessions(now).await {
            tracing::warn!(%error, "old sessions could not be removed");
        }
        loop {
            match state.store.tidy(now).await {
                Ok(0) => break,
                Ok(_) if *stop.borrow() => break,
                Ok(_) => {}
                Err(error) => {
                    tracing::warn!(%error, "old rows could not be removed");
                    break;
                }
            }
        }
        tokio::select! {
            () = tokio::time::sleep(TIDY_EVERY) => {}
            () = stopped(&mut stop) => {}
        }
    }
}

async fn until(mut stop: watch::Receiver<bool>, work: impl Future<Output = ()>) {
    tokio::select! {
        () = work => {}
        () = stopped(&mut stop) => {}
    }
}

/// Ends when `stop` turns true, or when nobody is left who could say so.
pub async fn stopped(stop: &mut watch::Receiver<bool>) {
    // An error means that the sender is gone, which is the same to us.
    let _gone = stop.wait_for(|stop| *stop).await.is_err();
}
