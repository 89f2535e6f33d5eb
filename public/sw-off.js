// Takes away the worker and all that this site keeps on a phone. It does so in the place of sw.js, and only there:
// docs/runbook.md says when and how. levee: off (the pages look for these words)
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(off()));

async function off() {
  for (const name of await caches.keys()) if (name.startsWith('levee-')) await caches.delete(name);
  await registration.unregister();
  for (const client of await clients.matchAll({ includeUncontrolled: true }))
    client.postMessage('levee: off');
}
