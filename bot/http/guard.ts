/**
 * Who may talk to the page's server. A page on loopback is reachable from every web site the person visits:
 * the Host check refuses a foreign name that was pointed here (DNS rebinding), the Origin and Sec-Fetch-Site
 * checks refuse what another site sends.
 */
import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { refuse } from "./refusals.ts";

const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];
const unspecified = ["0.0.0.0", "::"];

export interface Doors {
  /** Host names under which the page is served. */
  hostnames: ReadonlySet<string>;
  /** The configured address of the page, behind whatever proxies. */
  publicOrigin?: string;
}

/** Loopback, the address listened on when it is a single one, and the configured public address. */
export function doorsFor(host: string, publicUrl?: string): Doors {
  const hostnames = new Set(loopbackNames);
  if (!unspecified.includes(host)) hostnames.add(host.includes(":") ? `[${host}]` : host);
  if (publicUrl === undefined) return { hostnames };
  const { hostname, origin } = new URL(publicUrl);
  return { hostnames: hostnames.add(hostname), publicOrigin: origin };
}

export function guard(doors: Doors): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header("host") ?? "";
    if (!isServed(host, doors)) return refuse(c, "wrong-host");
    if (!isOwnPage(c.req.header("origin"), host, doors)) return refuse(c, "foreign-page");
    const site = c.req.header("sec-fetch-site");
    const isApi = c.req.path.startsWith("/api/");
    if (isApi && (site === "cross-site" || site === "same-site")) return refuse(c, "foreign-page");
    return next();
  };
}

function isServed(host: string, { hostnames }: Doors): boolean {
  try {
    return hostnames.has(new URL(`http://${host}`).hostname);
  } catch {
    return false;
  }
}

function isOwnPage(origin: string | undefined, host: string, doors: Doors): boolean {
  if (origin === undefined || origin === doors.publicOrigin) return true;
  return origin === `http://${host}` || origin === `https://${host}`;
}

/** Of every page: nothing but its own files runs, is framed or is fetched. */
export const ownFilesAlone = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    // Pictures come with a token, or are drawn, and are shown from memory.
    imgSrc: ["'self'", "blob:"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
  },
  referrerPolicy: "no-referrer",
  xFrameOptions: "DENY",
  strictTransportSecurity: false,
};

export const pageHeaders: MiddlewareHandler = secureHeaders({
  ...ownFilesAlone,
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  crossOriginOpenerPolicy: "same-origin",
  crossOriginResourcePolicy: "same-origin",
});
