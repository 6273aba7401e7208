import { defineManifest, type ManifestV3Export } from '@crxjs/vite-plugin'
import packageJson from './package.json' with { type: 'json' }

/** Screens load nothing from elsewhere; only the worker talks, and only to upstreams that were allowed. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Pictures of videos, which are asked for only if the settings say so.
  "img-src 'self' https://i.ytimg.com",
  'connect-src https: http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  // One page frames another: how an order gets connections of its own.
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const loopback = 'http://127.0.0.1/*'

const icons = { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' }

/**
 * In watch, Vite injects styles and talks over a WebSocket, which the policy is there to refuse;
 * and CRXJS serves only such pages as the manifest names.
 */
const watched = {
  web_accessible_resources: [{ resources: ['src/screens/welcome.html'], matches: ['<all_urls>'] }],
}

const manifest: ManifestV3Export = defineManifest(({ mode, command }) => ({
  manifest_version: 3,
  name: 'Orderwright',
  version: packageJson.version,
  description: '__MSG_description__',
  default_locale: 'en',
  // The first with CSS anchor positioning as it is now.
  minimum_chrome_version: '129',
  icons,
  action: {
    default_title: '__MSG_action__',
    default_popup: 'src/screens/popup.html',
    default_icon: icons,
  },
  // One worker for all windows: a second one, for private windows, could send what the first has sent.
  incognito: 'spanning',
  options_ui: { page: 'src/screens/options.html', open_in_tab: true },
  background: { service_worker: 'src/background.ts', type: 'module' },
  // Each with its reason in docs/decisions/2026-11-22-what-it-asks-for.md. Only `notifications` is told of on installation.
  permissions: ['activeTab', 'alarms', 'contextMenus', 'notifications', 'offscreen', 'sidePanel', 'storage'],
  // A key press is as good as the click: it grants the tab. The browser lists both where people change keys.
  commands: {
    _execute_action: { suggested_key: { default: 'Alt+Shift+O' } },
    'open-side-panel': {
      suggested_key: { default: 'Alt+Shift+P' },
      description: '__MSG_commandPanel__',
    },
  },
  optional_host_permissions: ['https://*/*', loopback],
  ...(mode === 'loopback' ? { host_permissions: [loopback] } : {}),
  ...(command === 'serve'
    ? watched
    : { content_security_policy: { extension_pages: contentSecurityPolicy } }),
}))

export default manifest
