// Born again with each life of the worker: two values that differ prove that it was killed between.
const life = crypto.randomUUID()
chrome.runtime.onMessage.addListener((_message, _sender, answer) => answer(life))
