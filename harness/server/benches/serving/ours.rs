//! Our server on a thread of its own.

use std::error::Error;
use std::path::Path;
use std::sync::mpsc;
use std::thread::JoinHandle;

use tokio::sync::oneshot;
use winterproof_server::Server;

use crate::checkout;
use crate::cpu::Cpu;

/// It runs until this is dropped.
pub struct Ours {
    /// Where it answers.
    pub port: u16,
    /// What it uses of a processor.
    pub cpu: Cpu,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Ours {
    /// Starts it and waits until it listens.
    pub fn start(root: &Path) -> Result<Self, Box<dyn Error>> {
        let root = root.to_owned();
        let (tell, told) = mpsc::channel();
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            let Ok(runtime) = runtime else {
                return;
            };
            runtime.block_on(async {
                match start(&root).await {
                    Ok(server) => {
                        let _ = tell.send(Ok((server.origins().http[0], Cpu::of_this_thread())));
                        let _ = stopped.await;
                    }
                    Err(error) => {
                        let _ = tell.send(Err(error.to_string()));
                    }
                }
            });
        });
        let (port, cpu) = told.recv()??;
        Ok(Self {
            port,
            cpu,
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

async fn start(root: &Path) -> Result<Server, Box<dyn Error>> {
    Ok(Server::start(&checkout::serving(root)?, None).await?)
}

impl Drop for Ours {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
