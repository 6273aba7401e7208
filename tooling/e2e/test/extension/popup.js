const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
document.querySelector('output').textContent = `${tab?.title} ${tab?.url}`
