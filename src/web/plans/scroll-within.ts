/** Brings an element into view inside of what scrolls around it; the page itself stays where it is. */
export function scrollWithin(
  frame: HTMLElement,
  element: Element,
  place: 'center' | 'nearest',
  under = 0,
): void {
  const outer = frame.getBoundingClientRect()
  const inner = element.getBoundingClientRect()
  if (place === 'center') frame.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2
  else if (inner.top < outer.top + under) frame.scrollTop += inner.top - outer.top - under
  else if (inner.bottom > outer.bottom)
    frame.scrollTop += Math.min(inner.bottom - outer.bottom, inner.top - outer.top - under)
}
