import React from "react"; export default () => <p>hi</p>
