import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * What browsers may do on our pages: everything comes from this server, no page of others may frame ours.
 * @param isHttps - over plain HTTP, asking for HTTPS would only lock people out
 */
export function securityHeaders(isHttps: boolean): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        // The component library writes its styles at run time.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        // The layout of the canvas is computed in a worker.
        'worker-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: isHttps ? { maxAge: 180 * 24 * 60 * 60, includeSubDomains: false } : false,
    // Browsers ignore both over plain HTTP, and complain.
    crossOriginOpenerPolicy: isHttps,
    originAgentCluster: isHttps,
  };
}
