/** The embedded Postgres cannot run here. The message is one sentence for whoever started the program. */
export class EmbeddedUnavailable extends Error {
  override readonly name = "EmbeddedUnavailable";

  constructor(why: string) {
    super(`${why}; set DATABASE_URL to a Postgres 15 or later.`);
  }
}
