export { fileOf, readGuide, type GuideBlock } from './guide.js';
export { launchBrowser } from './browser.js';
export { findChromium } from './chromium.js';
export { repositoryRoot } from './repository.js';
export type { ServerProcess } from './server-process.js';
export { sharedData, type SharedData } from './shared-data.js';
export { createMigratedDatabase, createTestDatabase, type TestDatabase } from './test-database.js';
export { startTestServer, type TestServer, type TestServerOptions } from './test-server.js';
