// Everything the pages' scripts do: parts of pages (htmx), what moves, keys, clocks.
import "htmx.org";
import { startClocks } from "./clock";
import { startDesk } from "./desk";
import { startDrop } from "./drop";
import { startForms } from "./forms";
import { startKeys } from "./keys";
import { startLive } from "./live";
import { startPassive } from "./passive";

startClocks();
startDesk();
startDrop();
startForms();
startKeys();
startLive();
startPassive();
