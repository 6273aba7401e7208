import type { JSX } from 'preact'
import { SelectField } from '../../ui/select-field.tsx'
import { Switch } from '../../ui/switch.tsx'
import { densities, themes } from '../appearance.ts'
import type { AppearanceModel } from './appearance-model.ts'
import { messages as texts } from './texts/en.generated.ts'

/** Shows how the screens look: their colours, how much fits on them, and whether videos have pictures. */
export function AppearanceSection({ model }: { readonly model: AppearanceModel }): JSX.Element {
  const { theme, density, hasThumbnails } = model.appearance.value
  return (
    <section class="panel" id="appearance" aria-labelledby="appearance-title">
      <h2 id="appearance-title">{texts.title()}</h2>
      <SelectField
        id="theme"
        label={texts.theme.label()}
        hint={texts.theme.hint()}
        value={theme}
        options={themes.map(value => ({ value, label: texts.theme[value]() }))}
        onChange={value => void model.change({ theme: themes.find(one => one === value) ?? 'system' })}
      />
      <SelectField
        id="density"
        label={texts.density.label()}
        hint={texts.density.hint()}
        value={density}
        options={densities.map(value => ({ value, label: texts.density[value]() }))}
        onChange={value =>
          void model.change({ density: densities.find(one => one === value) ?? 'comfortable' })
        }
      />
      <Switch
        id="thumbnails"
        label={texts.thumbnails.label()}
        description={texts.thumbnails.description()}
        isOn={hasThumbnails}
        onChange={isOn => void model.change({ hasThumbnails: isOn })}
      />
    </section>
  )
}
