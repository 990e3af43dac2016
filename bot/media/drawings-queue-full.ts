/** So many pictures wait to be drawn that another would come too late: to be asked for again in a moment. */
export class DrawingsQueueFull extends Error {
  override readonly name = "DrawingsQueueFull";

  constructor() {
    super("too many pictures wait to be drawn");
  }
}
