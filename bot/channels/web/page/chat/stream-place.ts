/**
 * A browser opens about six connections to one server for all its tabs together. So only a few tabs hold a
 * stream; in the others messages still go through.
 */
const places = 4;

/** Returns the way to give the place back, or undefined when all are taken. */
export async function takeStreamPlace(): Promise<(() => void) | undefined> {
  // Absent on plain-HTTP addresses other than loopback: then nothing is known of other tabs.
  if (!navigator.locks) return () => {};
  for (let place = 1; place <= places; place++) {
    const release = await tryLock(`jiedao.stream.${place}`);
    if (release) return release;
  }
  return undefined;
}

function tryLock(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock) return new Promise<void>(resolve);
      resolve(undefined);
      return undefined;
    });
  });
}
