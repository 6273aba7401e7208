import { options, param, type QqtubeParam } from './row.ts'

/** Where viewers come from. An option that is chosen counts once, so the place adds one amount to the order. */
export const countries: QqtubeParam = param({
  field_label: 'Country',
  field_descr: 'Where the viewers come from.',
  field_name: 'geo-countries',
  field_validators: 'required',
  is_price_modifier: '1',
  modify_type: 'add',
  modify_every: '1',
  modify_by: '0.75',
  options: options('Choose a country', {
    Australia: 'AU',
    Brazil: 'BR',
    Canada: 'CA',
    Germany: 'DE',
    India: 'IN',
    Japan: 'JP',
    Türkiye: 'TR',
    'United Kingdom': 'GB',
    'United States': 'US',
  }),
})

/** How much of the video is watched: 30 % at the plain price, 60 % at twice that. */
export const retention: QqtubeParam = param({
  field_label: 'Retention',
  field_descr: 'How much of the video each viewer watches.',
  field_name: 'retention',
  field_validators: 'required',
  is_price_modifier: '1',
  modify_type: 'multiply',
  modify_every: '30',
  modify_by: '1',
  options: options('Choose a retention', { '30 %': '30', '45 %': '45', '60 %': '60', '90 %': '90' }),
})

/** How long a live viewer stays: the plain price buys 30 minutes. */
export const minutes: QqtubeParam = param({
  field_label: 'Minutes',
  field_descr: 'How long each viewer stays, in steps of 30 minutes.',
  field_placeholder: '60',
  field_name: 'minutes',
  field_validators: 'required|min:30|max:720|increment:30',
  is_price_modifier: '1',
  modify_type: 'multiply',
  modify_every: '30',
  modify_by: '1',
})

/** One comment a line; each line adds to the price. */
export const comments: QqtubeParam = param({
  field_label: 'Comments',
  field_descr: 'One comment a line.',
  field_placeholder: 'Thank you for the explanation.\nWhich lens was this?',
  field_name: 'comments',
  field_validators: 'required|minlines:5|maxchar:20000',
  is_price_modifier: '1',
  modify_type: 'add',
  modify_every: '1',
  modify_by: '0.04',
})

export const searchTerm: QqtubeParam = param({
  field_label: 'Search term',
  field_descr: 'The words by which the video is searched for.',
  field_placeholder: 'how to sharpen a plane',
  field_name: 'search_term',
  field_validators: 'required|minchar:3|maxchar:100',
})

export const speed: QqtubeParam = param({
  field_label: 'Speed',
  field_descr: 'Deliveries an hour. Leave it empty for the usual speed.',
  field_placeholder: '500',
  field_name: 'speed',
  field_validators: 'min:100|max:5000|increment:100',
})

export const note: QqtubeParam = param({
  field_label: 'Note',
  field_descr: 'Anything that the people who deliver should know.',
  field_name: 'note',
  field_validators: 'maxchar:200',
})

export const gender: QqtubeParam = param({
  field_label: 'Voices',
  field_descr: 'Whose names stand under the comments.',
  field_name: 'voices',
  options: options('Choose, or leave it', { Women: 'women', Men: 'men', Mixed: 'mixed' }),
})
