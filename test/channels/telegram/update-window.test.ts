import { describe, expect, it } from "vitest";
import { UpdateWindow } from "../../../bot/channels/telegram/update-window.ts";

const updates = (...ids: number[]) => ids.map((update_id) => ({ update_id }));
const update = (update_id: number) => ({ update_id });

describe("the offset", () => {
  it("is 0 before the first update", () => {
    expect(new UpdateWindow().confirm()).toBe(0);
  });

  it("does not pass the oldest unfinished update", () => {
    const window = new UpdateWindow();
    window.take(updates(5, 6, 7));
    window.finish(update(6));
    window.finish(update(7));
    expect(window.confirm()).toBe(5);
    window.finish(update(5));
    expect(window.confirm()).toBe(8);
  });
});

describe("updates that come again", () => {
  it("are not new while unfinished, nor when finished behind an unfinished one", () => {
    const window = new UpdateWindow();
    expect(window.take(updates(5, 6))).toEqual(updates(5, 6));
    window.finish(update(6));
    window.confirm();
    expect(window.take(updates(5, 6, 7))).toEqual(updates(7));
  });

  it("are not new when finished while the request was under way", () => {
    const window = new UpdateWindow();
    window.take(updates(5));
    expect(window.confirm()).toBe(5);
    window.finish(update(5));
    expect(window.take(updates(5))).toEqual([]);
  });

  it("are new after they were confirmed: ids may begin anew after a quiet week", () => {
    const window = new UpdateWindow();
    window.take(updates(900));
    window.finish(update(900));
    window.confirm();
    expect(window.take(updates(4))).toEqual(updates(4));
    window.finish(update(4));
    expect(window.confirm()).toBe(5);
  });
});

it("tells when something was finished", async () => {
  const window = new UpdateWindow();
  window.take(updates(5));
  const progress = window.progress();
  window.finish(update(5));
  await expect(progress).resolves.toBeUndefined();
});
