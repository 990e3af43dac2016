import { isBinding, type JourneyEvent } from "../../machines/journey-events.ts";
import type { Choice } from "../messages.ts";
import { bare } from "./normalise.ts";

const ordinal =
  /^(?:第([一二三四五六七八九]|\d)个?|(?:the )?(first|second|third|fourth|fifth)(?: one)?|#(\d)|选项?(\d)|option (\d))$/;
const ordinalWords = ["first", "second", "third", "fourth", "fifth"];

function placeOf(form: string): number | undefined {
  const match = ordinal.exec(form);
  if (match === null) return undefined;
  const [, han, english, ...figures] = match;
  if (english !== undefined) return ordinalWords.indexOf(english) + 1;
  const figure = han ?? figures.find((value) => value !== undefined) ?? "";
  return "一二三四五六七八九".includes(figure) ? "一二三四五六七八九".indexOf(figure) + 1 : Number(figure);
}

/** Chinese is written without spaces, and typed with them. */
const close = (form: string): string => form.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");

function labelled(form: string, choices: readonly Choice[]): Choice | undefined {
  const exact = choices.find(({ label }) => close(bare(label)) === close(form));
  if (exact !== undefined) return exact;
  if (form.length < 2 || /^[\d.]+$/.test(form)) return undefined;
  const holding = choices.filter(({ label }) => bare(label).includes(form));
  return holding.length === 1 ? holding[0] : undefined;
}

/**
 * The shown button that one of a message's forms names: by its place ("第二个"), its label less its marks, or a part of
 * one label only. Buttons that bind are pressed, never named.
 */
export function namedButton(forms: readonly string[], shown: readonly Choice[]): JourneyEvent | undefined {
  const choices = shown.filter(({ event }) => !isBinding(event));
  for (const form of forms) {
    const place = placeOf(form);
    const choice = place === undefined ? labelled(form, choices) : shown[place - 1];
    if (choice !== undefined && !isBinding(choice.event)) return choice.event;
  }
  return undefined;
}
