// What a screen reader is told about changes that a sighted person sees at a glance ("Approved DP-04").
import { createStore } from '../parts/store.ts';

export const announced = createStore('');

export const announce = (text: string) => announced.set(text);
