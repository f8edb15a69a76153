// The address of a module that could not be had, as a browser must see it to fetch it again.
export const anew = (address, again) => {
  if (again) address.searchParams.set("retry", again);
  return address;
};
