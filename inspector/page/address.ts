/** Where the page stands, in its address: "#session=…&step=3". It survives a reload, back and forward. */

export interface Place {
  session: string;
  step: number;
}

export function placeInAddress(): Place | undefined {
  const given = new URLSearchParams(location.hash.slice(1));
  const session = given.get("session");
  return session === null ? undefined : { session, step: Number(given.get("step") ?? 0) };
}

export const addressOf = ({ session, step }: Place): string =>
  `#${new URLSearchParams({ session, step: String(step) })}`;

/** Another session is a place of its own in the browser's history; another step of the same is not. */
export function standAt(place: Place): void {
  const before = placeInAddress();
  if (before && before.session !== place.session) history.pushState(null, "", addressOf(place));
  else history.replaceState(null, "", addressOf(place));
}
