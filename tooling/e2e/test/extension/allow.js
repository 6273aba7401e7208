const button = document.querySelector('button')
button.addEventListener('click', async () => {
  button.textContent = (await chrome.permissions.request({ origins: ['http://127.0.0.1/*'] }))
    ? 'Allowed'
    : 'Refused'
})
