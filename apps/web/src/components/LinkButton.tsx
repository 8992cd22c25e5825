import { createLink } from '@tanstack/react-router';
import { Button } from 'antd';

/** A link to a page of this app that looks like a button. The router keeps `type` for itself: use `color` and `variant`. */
export const LinkButton = createLink(Button);
