// What browsers do to a page that they translate, and what it looks like to the page's program.

// Runs in the page. Every text outside `translate=no` is taken out, and another one put in its place, within an element of the
// browser's; what the page writes later is translated as it comes.
function translateLikeABrowser() {
  const LEFT_ALONE = "[translate=no], script, style, noscript, title, font";
  const translate = (text) => {
    if (!text.data.trim() || !text.parentElement || text.parentElement.closest(LEFT_ALONE)) return;
    const translated = document.createElement("font");
    translated.textContent = `«${text.data}»`;
    text.replaceWith(translated);
  };
  const translateAll = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return translate(node);
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    return found.forEach(translate);
  };
  translateAll(document.body);
  const watch = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach((node) => node.isConnected && translateAll(node));
  });
  watch.observe(document.body, { childList: true, subtree: true });
}

/** Has the browser translate the page from now on. */
export function translated(page) {
  return page.evaluate(translateLikeABrowser);
}
