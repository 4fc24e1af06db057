//! Connections. Served by hyper directly, not by axum's server, because a fault may have to drop a connection without an answer.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::Body;
use axum::response::Response;
use http::Request;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tower::ServiceExt as _;

use crate::front::{self, Cut};
use crate::world::World;

/// How long running answers may take after the stop.
const GRACE: Duration = Duration::from_secs(2);

/// Accepts connections until `stopped` says so.
pub async fn serve(listener: TcpListener, world: World, mut stopped: watch::Receiver<bool>) {
    let app = router(world.clone());
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            _ = stopped.changed() => break,
            Some(_) = connections.join_next(), if !connections.is_empty() => {}
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    // Without it, each small answer may wait 40 ms for an acknowledgement.
                    let _ = stream.set_nodelay(true);
                    connections.spawn(connection(stream, app.clone(), world.clone(), stopped.clone()));
                }
                // Out of file handles, for one: wait for some connection to end rather than spin.
                Err(error) => {
                    tracing::warn!(%error, "a connection was not accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            }
        }
    }
    drop(listener);
    let _ = tokio::time::timeout(GRACE, async { while connections.join_next().await.is_some() {} }).await;
    connections.shutdown().await;
}

async fn connection(stream: TcpStream, app: axum::Router, world: World, mut stopped: watch::Receiver<bool>) {
    let service = service_fn(move |request: Request<Incoming>| {
        let (app, world) = (app.clone(), world.clone());
        // In a task of its own: what was begun is brought to its end when the client hangs up, or is killed, as a service behind a proxy does
        // it. A statement that is cut in the middle would also cost the one connection to the database, and with it what is only in memory.
        let (here, gone) = watch::channel(());
        let answer = tokio::spawn(async move { front::answer(&world, request.map(Body::new), gone, |r| call(app, r)).await });
        async move {
            let answered = answer.await.unwrap_or(Err(Cut));
            drop(here);
            answered
        }
    });
    let connection = hyper::server::conn::http1::Builder::new().timer(TokioTimer::new()).serve_connection(TokioIo::new(stream), service);
    tokio::pin!(connection);
    tokio::select! {
        done = connection.as_mut() => log_end(done),
        _ = stopped.changed() => {
            connection.as_mut().graceful_shutdown();
            log_end(connection.await);
        }
    }
}

fn log_end(done: Result<(), hyper::Error>) {
    // Clients hang up and faults cut; neither is worth more than a trace.
    if let Err(error) = done {
        tracing::trace!(%error, "a connection ended early");
    }
}

async fn call(app: axum::Router, request: Request<Body>) -> Result<Response, Cut> {
    let answer: Result<Response, Infallible> = app.oneshot(request).await;
    match answer {
        Ok(response) => Ok(response),
        Err(never) => match never {},
    }
}

fn router(world: World) -> axum::Router {
    axum::Router::new()
        .merge(crate::api::routes())
        .merge(crate::link::routes())
        .merge(crate::control::routes())
        .fallback(crate::api::no_such_path)
        .method_not_allowed_fallback(crate::api::no_such_method)
        .with_state(world)
}
