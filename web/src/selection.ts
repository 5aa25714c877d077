// Words selected in the text, as offsets of the document; sentences selected by keys, for those who use no pointer.
export type Span = [number, number];

// Blocks carry the offset of their first character in data-p.
export function selectedSpan(text: HTMLElement): Span[] {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return focusedSentence(text);
  const range = selection.getRangeAt(0), start = offsetOf(text, range.startContainer, range.startOffset), end = offsetOf(text, range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? [[start, end]] : [];
}

export function selectedWords(text: HTMLElement): string {
  const words = getSelection()?.toString() ?? "";
  return words || sentenceAt(text)?.textContent || "";
}

// The sentence of the mark that has the focus stands in for a selection.
function sentenceAt(text: HTMLElement): Element | null {
  const here = document.activeElement;
  return here?.matches("mark") && text.contains(here) ? here.closest("[data-e]") : null;
}

function focusedSentence(text: HTMLElement): Span[] {
  const sentence = sentenceAt(text), start = sentence ? offsetOf(text, sentence, 0) : null;
  return sentence && start !== null ? [[start, start + [...(sentence.textContent ?? "")].length]] : [];
}

function offsetOf(text: HTMLElement, node: Node, offset: number): number | null {
  const block = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-p]");
  if (!block || !text.contains(block)) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return Number(block.dataset.p) + [...before.toString()].length;
}

export function walkSentences(text: HTMLElement): (step: 1 | -1) => void {
  let at = -1;
  const cut = new Intl.Segmenter("en", { granularity: "sentence" });
  const every = [...text.querySelectorAll<HTMLElement>("[data-p]")].flatMap((block) => [...cut.segment(block.textContent ?? "")].filter((s) => s.segment.trim()).map((s) => ({ block, start: s.index, end: s.index + s.segment.trimEnd().length })));
  return (step) => {
    at = Math.max(0, Math.min(every.length - 1, at < 0 ? nearest(every.map((s) => s.block)) : at + step));
    const sentence = every[at];
    if (!sentence) return;
    const range = document.createRange();
    range.setStart(...pointIn(sentence.block, sentence.start));
    range.setEnd(...pointIn(sentence.block, sentence.end));
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    range.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
  };
}

// Begin with the first sentence that can be seen.
function nearest(blocks: HTMLElement[]): number {
  const seen = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 80);
  return Math.max(0, seen);
}

function pointIn(block: HTMLElement, offset: number): [Node, number] {
  const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let rest = offset;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (rest <= length) return [node, rest];
    rest -= length;
  }
  return [block, block.childNodes.length];
}
