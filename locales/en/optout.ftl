# The page at the end of a link by which somebody says: do not call me.
optout-title = Do not call me
optout-ask = Do you no longer want to be called on the number that ends in { $end }?
optout-ask-person = Do you no longer want to be called?
optout-behalf = This is about calls on behalf of { $name }.
optout-do = Do not call me any more
optout-done = Done. From now on you will not be called any more.
optout-broken = This link does not work. A part of it may have been lost: copy the whole link from the message it came in, or answer that message.
optout-old = This link is too old. Answer the message it came in: then you will not be called any more.
optout-too-many = Too many links that do not work came from here. Wait 15 minutes, or answer the message the link came in.
