// Everything the pages' scripts do: parts of pages (htmx), what moves, keys, clocks.
import "htmx.org";
import { startClocks } from "./clock";
import { startDesk } from "./desk";
import { startDrop } from "./drop";
import { startForms } from "./forms";
import { startHours } from "./hours";
import { startKeys } from "./keys";
import { startLive } from "./live";
import { startOrder } from "./order";
import { startPassive } from "./passive";
import { startReveal } from "./reveal";
import { startPlayer } from "./player";

startClocks();
startDesk();
startDrop();
startForms();
startHours();
startKeys();
startLive();
startOrder();
startPassive();
startReveal();
startPlayer();
