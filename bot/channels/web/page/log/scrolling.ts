/** The log stays at its end, unless the person reads further up: then a button leads back. */

export interface End {
  /** Something new came; `first` is where it begins, undefined for what is restored. */
  arrived(first?: HTMLElement): void;
  /** The borrower said something. */
  said(): void;
}

/** Earlier messages are fetched before the top is reached. */
const nearTopPx = 600;

export function onNearlyAtTheTop(log: HTMLElement, reached: () => void): void {
  log.addEventListener("scroll", () => {
    if (log.scrollTop < nearTopPx) reached();
  });
}

const nearEndPx = 100;
const marginPx = 12;

export function followEnd(log: HTMLElement, toLatest: HTMLElement): End {
  let following = true;
  const goToEnd = () => log.scrollTo({ top: log.scrollHeight });
  const look = () => {
    following = log.scrollHeight - log.scrollTop - log.clientHeight < nearEndPx;
    toLatest.hidden = following;
    if (following) toLatest.classList.remove("news");
  };
  log.addEventListener("scroll", look);
  // The keyboard of a phone, a longer draft, a turned screen: the end stays in sight.
  new ResizeObserver(() => {
    if (following) goToEnd();
  }).observe(log);
  toLatest.addEventListener("click", () => {
    goToEnd();
    log.focus({ preventScroll: true });
  });
  return {
    said: goToEnd,
    arrived(first) {
      if (!following) {
        toLatest.classList.add("news");
        return;
      }
      goToEnd();
      // An answer longer than the screen is read from its beginning.
      const above = first ? log.getBoundingClientRect().top - first.getBoundingClientRect().top : 0;
      if (above > 0) log.scrollBy({ top: -above - marginPx });
    },
  };
}
